"""The items of a section: goals, stakeholders, open questions, sources.

Authors mark an item with a bold lead-in (`**Title**. Text`), with a list, or with a sub-heading. What follows belongs
to the item until the next one; what stands before the first is introduction. Sources and open questions need no mark.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from casecheck.leads import BULLET, Lead, find_lead, find_weak_lead, lines, part, pieces
from casecheck.parse.markdown import Node, visible_text, walk
from casecheck.source import Span
from casecheck.words import count, count_nodes

SOURCES = re.compile(r"\b(?:references?|sources?|bibliography|citations?|further reading|works cited)\b", re.IGNORECASE)
QUESTIONS = re.compile(r"\bquestions?\b", re.IGNORECASE)
COMMENTS = re.compile(r"\s*+(?:<!--(?:(?!-->).)*+(?:-->|\Z)\s*+)+", re.DOTALL)
ADDRESS = re.compile(r"https?://|www\.")


@dataclass(frozen=True, slots=True)
class Item:
    """One unit of a section: a bold lead-in paragraph with what follows it, a list item, or a sub-heading.

    `title` is empty for an item without one; `span` covers the title, or the start of the item where there is none.
    `style` says how it is marked: `lead`, `list`, `heading` or `paragraph`. `words` leaves the title out.
    """

    title: str
    span: Span
    style: str
    blocks: tuple[Node, ...]
    words: int


class Role(Enum):
    """What a block is to the items of its section."""

    CONTINUES = auto()  # belongs to the item before it, or to the introduction
    STARTS = auto()  # is an item's first block
    LISTS = auto()  # a list, every entry of which is an item
    GROUPS = auto()  # a heading or label above several items


@dataclass(frozen=True, slots=True)
class Block:
    """A block with what its items are told by: its lead-in, or a list's entries and theirs."""

    node: Node
    lead: Lead | None = None
    entries: tuple["Block", ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether this is a sub-heading."""
        return self.node.type == "heading"

    @property
    def lists_leads(self) -> bool:
        """Whether this is a list most entries of which open with a bold title."""
        return 2 * sum(bool(entry.lead) for entry in self.entries) > len(self.entries)

    @property
    def is_text(self) -> bool:
        """Whether this is a paragraph of text, not of pictures."""
        return self.node.type == "paragraph" and bool(visible_text(self.node).strip())


def lists_sources(title: str) -> bool:
    """Whether a section of this title lists sources, one an entry."""
    return bool(SOURCES.search(title))


def shows(node: Node) -> bool:
    """Whether a reader sees anything of this node."""
    if node.type in {"text", "codespan"}:
        return bool(node.text.strip())
    if node.type in {"inline_html", "block_html"}:
        return not COMMENTS.fullmatch(node.text)
    return node.type in {"image", "block_code"} or any(shows(child) for child in node.children)


def segment(title: str, nodes: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[Item, ...]]:
    """The introduction and the items of a section with this title and these blocks."""
    blocks = [_block(piece) for node in nodes if shows(node) for piece in pieces(node)]
    if lists_sources(title):
        roles, blocks = _source_roles(blocks)
    else:
        blocks = _with_weak_leads(blocks)
        roles = _roles(blocks, questions=bool(QUESTIONS.search(title)))
    intro: list[Node] = []
    items: list[tuple[Block, list[Node]]] = []
    target = intro
    for block, role in zip(blocks, roles, strict=True):
        if role is Role.GROUPS:
            target = intro
        elif role is Role.STARTS:
            target = []
            items.append((block, target))
        if role is not Role.LISTS:
            target.append(block.node)
            continue
        for entry in block.entries:
            target = list(entry.node.children)
            items.append((entry, target))
    return tuple(intro), tuple(_item(block, tuple(nodes)) for block, nodes in items)


def _block(node: Node) -> Block:
    if node.type == "list":
        return Block(node, entries=tuple(_entry(child) for child in node.children if shows(child)))
    if node.type != "paragraph":
        return Block(node)
    lead = find_lead(node.children)
    if node.children[0].type == "text" and BULLET.match(node.children[0].text):
        return Block(node, lead, (Block(replace(node, type="list_item", children=(node,)), lead),))
    return Block(node, lead)


def _entry(node: Node) -> Block:
    first = node.children[0] if node.children else None
    return Block(node, find_lead(first.children) if first and first.type in {"paragraph", "block_text"} else None)


def _item(block: Block, nodes: tuple[Node, ...]) -> Item:
    if block.is_heading:
        return Item(visible_text(block.node).strip(), block.node.span, "heading", nodes, count_nodes(nodes))
    style = "list" if block.node.type == "list_item" else "lead" if block.lead else "paragraph"
    if block.lead is None:
        return Item("", block.node.span, style, nodes, count_nodes(nodes))
    words = count_nodes((replace(nodes[0], children=block.lead.rest), *nodes[1:]))
    if not words and "?" in block.lead.mark:
        words = count(block.lead.title)  # a question in bold is title and text in one
    return Item(block.lead.title, block.lead.span, style, nodes, words)


def _with_weak_leads(blocks: list[Block]) -> list[Block]:
    """Take titles in italics or links for lead-ins where a section has several and nothing else marks its items."""
    if any(block.lead or block.is_heading or block.lists_leads for block in blocks):
        return blocks
    weak = [find_weak_lead(block.node.children) if block.is_text else None for block in blocks]
    if sum(map(bool, weak)) < 2:
        return blocks
    return [replace(block, lead=lead) for block, lead in zip(blocks, weak, strict=True)]


def _roles(blocks: list[Block], *, questions: bool) -> list[Role]:
    roles = _heading_roles(blocks)
    leads = _free_leads(blocks, roles)
    for number, role in _lead_roles(blocks, leads, questions=questions):
        roles[number] = role
    if Role.STARTS in roles:
        return roles
    lists = {number for number, block in enumerate(blocks) if block.entries}
    chosen = {number for number in lists if blocks[number].lists_leads}
    if not chosen and (_dominate(blocks, lists) or _number_paragraphs(blocks, lists)):
        chosen = lists
    if chosen:
        return [Role.LISTS if number in chosen else role for number, role in enumerate(roles)]
    if questions:
        return [Role.STARTS if block.is_text else role for block, role in zip(blocks, roles, strict=True)]
    return roles


def _heading_roles(blocks: list[Block]) -> list[Role]:
    """A sub-heading is an item, unless it only groups what has marks of its own, or divides an item further."""
    roles = [Role.CONTINUES] * len(blocks)
    headings = [number for number, block in enumerate(blocks) if block.is_heading]
    repeated = _labels_repeat(blocks, headings)
    item_level = 7
    for number in headings:
        level = int(blocks[number].node.attrs["level"])
        if level > item_level:
            continue
        below = blocks[number + 1] if number + 1 < len(blocks) else None
        marked = below and (below.lead or below.lists_leads or (below.is_heading and below.node.attrs["level"] > level))
        roles[number] = Role.GROUPS if marked and not repeated else Role.STARTS
        item_level = level if roles[number] is Role.STARTS else 7
    return roles


def _labels_repeat(blocks: list[Block], headings: list[int]) -> bool:
    """Whether the same labels ("Use case", "Data") recur below several sub-headings: then these are the items."""
    top = min((blocks[number].node.attrs["level"] for number in headings), default=7)
    labels = [block.lead.title for block in blocks if block.lead]
    labels += [visible_text(block.node) for block in blocks if block.is_heading and block.node.attrs["level"] > top]
    labels += [entry.lead.title for block in blocks for entry in block.entries if entry.lead]
    return len({label.casefold() for label in labels}) < len(labels)


def _free_leads(blocks: list[Block], roles: list[Role]) -> list[int]:
    """The blocks with a lead-in that do not stand below a sub-heading which is an item itself."""
    free = []
    within = False
    for number, block in enumerate(blocks):
        if block.is_heading and roles[number] is not Role.CONTINUES:
            within = roles[number] is Role.STARTS
        elif block.lead and not within:
            free.append(number)
    return free


def _lead_roles(blocks: list[Block], leads: list[int], *, questions: bool) -> Iterator[tuple[int, Role]]:
    """Which lead-ins start an item; the others are labels ("Some examples:"), or group the items below them."""
    found = {number: lead for number in leads if (lead := blocks[number].lead)}
    colons = {number for number, lead in found.items() if lead.alone and ":" in lead.mark}
    if 2 * len(colons) > len(found) and (len(colons) > 1 or 0 in colons):
        colons = set()
    if len(found) == 1 and _introduces_list(blocks, leads[0]):
        return
    usual = Counter(lead.mark for lead in found.values() if not lead.alone).most_common(1)
    for number, lead in found.items():
        bare = lead.alone and number + 1 in found and not questions
        if bare and usual and lead.mark != usual[0][0]:
            yield number, Role.GROUPS
        elif number not in colons:
            yield number, Role.STARTS


def _introduces_list(blocks: list[Block], number: int) -> bool:
    """Whether a lead-in only leads to a list of titled entries: '**The partners** are:'."""
    text = visible_text(blocks[number].node).rstrip()
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return text.endswith(":") and following is not None and following.lists_leads and len(following.entries) > 1


def _dominate(blocks: list[Block], lists: set[int]) -> bool:
    """Whether lists hold most of a section's words; a short list within prose marks no items."""
    words = [count_nodes((block.node,)) for block in blocks]
    return 2 * sum(words[number] for number in lists) >= sum(words)


def _number_paragraphs(blocks: list[Block], lists: set[int]) -> bool:
    """Whether the lists are only the numbers of titles between paragraphs: `1. Title`, text, `2. Title`, text."""
    return len(lists) > 1 and all(
        len(blocks[number].entries) == 1 and blocks[number].node.attrs.get("ordered") for number in lists
    )


def _source_roles(blocks: list[Block]) -> tuple[list[Role], list[Block]]:
    """Every entry of a list is a source; so is every paragraph if there is no list, or if it has an address."""
    listed = any(block.entries for block in blocks)
    roles: list[Role] = []
    cut: list[Block] = []
    for block in blocks:
        if block.entries:
            cut.append(block)
            roles.append(Role.LISTS)
        elif not block.is_text:
            cut.append(block)
            roles.append(Role.GROUPS)
        else:
            for node in _source_lines(block.node):
                text = visible_text(node).rstrip()
                is_source = has_address(node) or not (listed or text.endswith(":"))
                cut.append(Block(node))
                roles.append(Role.STARTS if is_source else Role.GROUPS)
    return roles, cut


def _source_lines(paragraph: Node) -> list[Node]:
    """A paragraph cut where a source ends with its address and the next line brings another."""
    groups: list[list[Node]] = [[]]
    pending: list[Node] = []
    for line in lines(paragraph.children):
        pending.extend(line)
        if any(map(has_address, line)):
            groups.append(pending)
            pending = []
    groups[-1].extend(pending)
    groups = [group for group in groups if group]
    if len(groups) < 2:
        return [paragraph]
    return [part(paragraph, group) for group in groups]


def has_address(node: Node) -> bool:
    """Whether there is a link in this node, or an address written out."""
    return any(part.type == "link" or (part.type == "text" and ADDRESS.search(part.text)) for part in walk((node,)))
