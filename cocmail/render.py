"""The words of a letter: templates, found by language and procedure, filled in strictly.

Here live the look-up order, the sandbox and the filters a template may use, and the rehearsal
that finds a broken template at start-up instead of at the first report. What is in a context is
the gate's affair, headers and bytes are mail/build.py's. jinja2 is used in this file only.

A template is a text file: a line "Subject: ...", an empty line, the body. It can neither include
another file nor reach anything but its context (ImmutableSandboxedEnvironment, no loader). A name
that is not in the context is an error, never an empty space in a letter (StrictUndefined).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

FALLBACK = "en"

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

# A Unicode noncharacter stands for a value's own line ends while the template's are tidied:
# blank lines of a report are its words and stay.
_VALUE_LINE_END = "\ufdd0"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

# PS-48: no wording of these letters leaves this sentence out.
REQUIRED = {"outcome-reported": "no_contact", "severe-originator": "no_contact"}

# What a template can do wrong at run time. Broad on purpose: a site's template is input.
_FAULTS = (
    *(TemplateError, TypeError, ValueError, ArithmeticError),
    *(LookupError, AttributeError, RuntimeError),
)


class TemplateProblem(Exception):  # noqa: N818  (the house's word)
    """A template that cannot be used: its file, what is wrong, what to do. Never its contents."""

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        super().__init__(f"{file}: {problem}; {remedy}")
        self.file = file
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Words:
    """A rendered letter: the subject on one line, the text with LF line ends and a final one."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class _Form:
    """One template file, compiled: its two halves, and what to call it in a problem."""

    file: str
    subject: Template
    body: Template


class Renderer:
    """Templates of several folders, the site's before the shipped ones; times shown in `zone`."""

    def __init__(self, folders: Sequence[Path], zone: tzinfo = UTC) -> None:
        self._folders = tuple(folders)
        self._zone = zone
        self._environment = _sandbox(zone)
        self._forms: dict[Path, _Form] = {}
        self._places: dict[tuple[str, str, str], Path] = {}
        # Readers of one letter come in a row, and the same values make the same words.
        self._last: tuple[_Form, Mapping[str, object], Words] | None = None

    def words(
        self, template: str, *, procedure: str, language: str, context: Mapping[str, object]
    ) -> Words:
        """The letter in these words. Raises TemplateProblem: no such file, or it cannot be filled.

        Look-up: LANGUAGE/PROCEDURE/NAME.txt, then LANGUAGE/NAME.txt, in each folder in turn;
        the same again in English.
        """
        key = (template, procedure, language)
        if key not in self._places:
            self._places[key] = self._place(template, procedure, language)
        form = self._form(self._places[key])
        if self._last and self._last[0] is form and self._last[1] == context:
            return self._last[2]
        words = self._filled(form, context)
        self._last = (form, context, words)
        return words

    def source(self, template: str, *, procedure: str, language: str) -> str:
        """The template as it is written: words of ours, which a letter may repeat (promise 5)."""
        return self._place(template, procedure, language).read_text(encoding="utf-8")

    def names(self) -> tuple[str, ...]:
        """Every letter there is a file for."""
        return tuple(sorted({path.stem for path, _ in self._files()}))

    def languages(self) -> tuple[str, ...]:
        """Every language there is at least one file for."""
        return tuple(sorted({parts[0] for _, parts in self._files()}))

    def rehearse(
        self, samples: Mapping[str, Sequence[Mapping[str, object]]]
    ) -> tuple[TemplateProblem, ...]:
        """Fill every file of every folder with its samples and give all problems at once."""
        problems: list[TemplateProblem] = []
        for path, parts in self._files():
            needed = REQUIRED.get(path.stem)
            if needed and not re.search(r"{{ *" + needed + r" *}}", _source(path)):
                problem = TemplateProblem(
                    "/".join(parts), f"leaves {needed} out", f"write {{{{ {needed} }}}} in it"
                )
                problems.append(problem)
            if path.stem not in samples:
                problem = TemplateProblem(
                    "/".join(parts), "no letter has this name", "rename or remove the file"
                )
                problems.append(problem)
            try:
                for sample in samples.get(path.stem, ()):
                    self._filled(self._form(path), sample)
            except TemplateProblem as problem:
                problems.append(problem)
        problems.extend(_missing(name) for name in sorted(set(samples) - set(self.names())))
        return tuple(problems)

    def _files(self) -> Iterator[tuple[Path, tuple[str, ...]]]:
        for folder in self._folders:
            for path in sorted((*folder.glob("*/*.txt"), *folder.glob("*/*/*.txt"))):
                yield path, path.relative_to(folder).parts

    def _place(self, template: str, procedure: str, language: str) -> Path:
        if not _NAME.fullmatch(template):
            raise _missing(template)
        for tongue in dict.fromkeys((language, FALLBACK)):
            if not _NAME.fullmatch(tongue):
                continue
            for folder in self._folders:
                own = folder / tongue / procedure / f"{template}.txt"
                if _NAME.fullmatch(procedure) and own.is_file():
                    return own
                if (common := folder / tongue / f"{template}.txt").is_file():
                    return common
        raise _missing(template)

    def _form(self, path: Path) -> _Form:
        """The file, compiled once. An edited template is read at the next start, and rehearsed."""
        if path not in self._forms:
            self._forms[path] = self._compiled(path)
        return self._forms[path]

    def _compiled(self, path: Path) -> _Form:
        file = self._called(path)
        try:
            source = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateProblem(
                file, f"cannot be read ({type(error).__name__})", "make it a readable UTF-8 file"
            ) from None
        first, _, rest = source.partition("\n")
        if not first.startswith("Subject: ") or not rest.startswith("\n"):
            raise TemplateProblem(
                file,
                "does not begin with a subject",
                'begin with a line "Subject: ..." and an empty line',
            )
        try:
            subject = self._environment.from_string(first.removeprefix("Subject: "))
            body = self._environment.from_string(rest[1:])
        except TemplateSyntaxError as error:
            raise TemplateProblem(
                file, f"{error.message} (within {error.lineno} lines)", "correct the template"
            ) from None
        return _Form(file, subject, body)

    def _filled(self, form: _Form, context: Mapping[str, object]) -> Words:
        try:
            subject = form.subject.render(context)
            body = form.body.render(context)
        except TemplateError as error:
            problem = error.message or type(error).__name__
            remedy = "use only the names templates/README.md lists for this letter"
            raise TemplateProblem(form.file, problem, remedy) from None
        except _FAULTS as error:
            # The message of such an error may hold a value; a value may be a report.
            problem = f"fails with {type(error).__name__}"
            raise TemplateProblem(form.file, problem, "correct the template") from None
        tidy = re.sub(r"\n{4,}", "\n\n\n", body.strip("\n"))
        one_line = " ".join(subject.replace(_VALUE_LINE_END, " ").split())
        return Words(one_line, tidy.replace(_VALUE_LINE_END, "\n").strip("\n") + "\n")

    def _called(self, path: Path) -> str:
        """The file as an operator knows it: below its templates folder."""
        for folder in self._folders:
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
        return path.name


def _source(path: Path) -> str:
    """The file as it is written; "" where it cannot be read, which is a problem of its own."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _missing(template: str) -> TemplateProblem:
    called = f"{template}.txt" if _NAME.fullmatch(template) else "a template"
    return TemplateProblem(called, "there is no such template", "put the shipped file back")


def _sandbox(zone: tzinfo) -> ImmutableSandboxedEnvironment:
    # No autoescape: this is text. mail/build.py escapes what becomes HTML.
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_value,
    )
    environment.filters["when"] = lambda moment: when(moment, zone)
    environment.filters["clock"] = lambda moment: _local(moment, zone).strftime("%H:%M")
    environment.filters["day"] = lambda moment: day(moment, zone)
    environment.filters["quote"] = quote
    environment.filters["bracket"] = bracket
    return environment


def when(moment: datetime | str, zone: tzinfo) -> str:
    """ "2026-03-02 09:00 UTC"; words that are given instead of a moment stay as they are."""
    if isinstance(moment, str):
        return moment
    return _local(moment, zone).strftime("%Y-%m-%d %H:%M %Z")


def day(moment: datetime, zone: tzinfo) -> str:
    """ "Monday 2 March 2026", in English whatever the locale of the host."""
    local = _local(moment, zone)
    return f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} {local.year}"


def quote(text: str) -> str:
    """Each line behind "> ", so that nothing in it is a command when it comes back."""
    return "\n".join(f"> {line}".rstrip() for line in text.rstrip("\n").split("\n"))


def bracket(tag: str) -> str:
    """The beginning of a member's subject: "[home shelf] ", or nothing without a case."""
    return f"[{tag}] " if tag else ""


def _local(moment: datetime, zone: tzinfo) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(zone)


def _value(value: object) -> str:
    """How a value is printed. StrictUndefined raises here, in str()."""
    return "" if value is None else str(value).replace("\n", _VALUE_LINE_END)
