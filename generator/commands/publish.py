"""`medvlm publish`: write a comment, an issue, a commit or a pull request to GitHub."""

from generator.commands.printing import say, say_error
from generator.publish import arguments, command
from generator.publish.options import PublishOptions

add_arguments = arguments.add_arguments


def run(options: PublishOptions) -> int:
    """Print what was done, or why it failed."""
    said, code = command.run(options)
    if code:
        say_error(said)
    else:
        say(said)
    return code
