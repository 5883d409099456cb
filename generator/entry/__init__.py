"""One entry: its model, fields, identifiers, names, vocabularies and file layout.

- The model: `model` is made of `part`, `labeled` and `result_tables`. `field_marks` are what it says of a
  field; `fields` and `model_fields` find texts and mappings by it.
- The forms of values: `identifiers`, `written_forms` (dates, addresses), `quantities`, `volume_forms`,
  `result_forms`, `months`.
- Words: `vocabulary` and `proceedings`, `wording`, `phrases`, `plain_text`, `license_names`; names of people
  in `people` and `joined_names`.
- What is read out of an entry: `references`, `claims`, `results`.
- Its file: `folder`, `naming`, `layout`, `formatting`.
- Messages about what is wrong: `validation_messages`, `unknown_keys`.
"""
