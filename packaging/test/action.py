"""Runs a composite action as the runner does: action.py ACTION STATE [INPUT=VALUE…]

ACTION is the folder with action.yml; the steps are those that stand there. The working directory is the
workspace. In the folder STATE stand then the files that the runner gives a step (path, summary, output)
and the outputs of the action, NAME=VALUE. The exit code is that of the step that failed, or 0.
"""

import os
import pathlib
import re
import subprocess
import sys

import yaml


def main() -> int:
    action = pathlib.Path(sys.argv[1]).resolve()
    state = pathlib.Path(sys.argv[2]).resolve()
    given = dict(argument.split("=", 1) for argument in sys.argv[3:])
    told = yaml.safe_load((action / "action.yml").read_text())
    # Here the runner warns; whoever misspells an input in a test should know.
    unknown = given.keys() - told["inputs"].keys()
    assert not unknown, f"the action has no input {unknown}"
    inputs = {name: str(one.get("default", "")) for name, one in told["inputs"].items()} | given

    files = {name: state / name for name in ("path", "summary", "output")}
    for file in files.values():
        file.write_text("")
    temp = state.parent / "runner temp"
    temp.mkdir(exist_ok=True)
    surroundings = os.environ | {
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(action),
        "GITHUB_WORKSPACE": os.getcwd(),
        "GITHUB_PATH": str(files["path"]),
        "GITHUB_STEP_SUMMARY": str(files["summary"]),
        "GITHUB_OUTPUT": str(files["output"]),
        "RUNNER_TEMP": str(temp),
    }

    assert told["runs"]["using"] == "composite"
    code = 0
    outputs = {}
    for step in told["runs"]["steps"]:
        # What is put together from inputs is run, whatever it says.
        assert "${{" not in step["run"], "an expression in a script"
        assert step["shell"] == "bash"
        environment = {name: evaluated(value, inputs) for name, value in step["env"].items()}
        script = state / "script.sh"
        script.write_text(step["run"])
        code = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
            env=surroundings | environment,
        ).returncode
        for line in files["output"].read_text().splitlines():
            name, value = line.split("=", 1)
            outputs[f"steps.{step['id']}.outputs.{name}"] = value
        if code != 0:
            break

    lines = [
        f"{name}={outputs.get(one['value'].removeprefix('${{ ').removesuffix(' }}'), '')}\n"
        for name, one in told["outputs"].items()
    ]
    (state / "outputs").write_text("".join(lines))
    return code


def evaluated(value: str, inputs: dict[str, str]) -> str:
    """A text in which only `${{ inputs.NAME }}` stands for something."""
    text = re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda it: inputs[it[1]], value)
    assert "${{" not in value or re.fullmatch(r"\$\{\{ inputs\.[a-z-]+ \}\}", value), value
    return text


sys.exit(main())
