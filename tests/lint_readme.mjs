// Answers each line of names of Markdown files with what awesome-lint finds in them, in a line too.
import { createInterface } from "node:readline";
import lint from "awesome-lint";

for await (const line of createInterface({ input: process.stdin })) {
  const found = [];
  for (const filename of JSON.parse(line))
    for (const file of await lint({ filename }))
      for (const { ruleId, fatal, reason } of file.messages)
        found.push({ rule: ruleId, fatal, message: `${file.path}: ${reason}` });
  console.log(JSON.stringify(found));
}
