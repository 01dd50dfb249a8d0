"""Words to start from, because the first sentence is the hardest one to find.

Each asks for one thing, says by when, and leaves a way out: a no that is easy makes a yes worth
something. All of them are there to be changed; what is kept is the person's own wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import NamedTuple

from beside.journey.practice.model import AskKind
from beside.kernel.sentences import Sentence


class Template(NamedTuple):
    """Words for one small test."""

    key: str
    """Names it in a form. No record holds it."""
    what: AskKind
    size: int
    """From 1, the smallest, to 3: what a no would cost, and how much of oneself it shows."""
    words: Sentence
    is_said: bool
    """Whether *words* are said to somebody (and stand in quotes), or are something to do."""
    asks: bool
    """Whether the other person is asked for something, and so needs an easy way out."""


# A no that is easy protects the other person, and lets the first one believe a yes.
EASY_OUTS = (
    Sentence("No is completely fine."),
    Sentence("A no is fine. I can sort something else."),
    Sentence("It’s fine to say no."),
    Sentence("If not, that’s fine."),
)


def _rows(
    what: AskKind, size: int, words: Mapping[str, Sentence], *, is_said: bool, asks: bool
) -> tuple[Template, ...]:
    return tuple(Template(key, what, size, one, is_said, asks) for key, one in words.items())


def _says(what: AskKind, size: int, **words: Sentence) -> tuple[Template, ...]:
    return _rows(what, size, words, is_said=True, asks=False)


def _asks(what: AskKind, size: int, **words: Sentence) -> tuple[Template, ...]:
    return _rows(what, size, words, is_said=True, asks=True)


def _does(what: AskKind, size: int, **words: Sentence) -> tuple[Template, ...]:
    return _rows(what, size, words, is_said=False, asks=False)


OFFERED = (
    *_says(
        AskKind.let_it_be_seen,
        1,
        today_was_a_lot=Sentence("Today was a lot. Nothing for you to do. I wanted you to know."),
    ),
    *_says(
        AskKind.mend,
        1,
        i_snapped=Sentence("I snapped. It wasn’t you. I’d been holding the Friday report alone."),
    ),
    *_does(
        AskKind.accept,
        1,
        next_small_offer=Sentence("Take the next small offer, without paying it back."),
    ),
)
"""The three that a first visit shows: they ask for little, and none of them is a favour."""

TEMPLATES = (
    *OFFERED,
    *_says(
        AskKind.let_it_be_seen,
        1,
        slept_badly=Sentence("I slept badly, so I’m slow today. Nothing for you to do."),
    ),
    *_says(
        AskKind.let_it_be_seen,
        2,
        missing_home=Sentence(
            "I’m missing home today. There’s nothing to fix. I wanted to tell someone."
        ),
        said_i_was_fine=Sentence(
            "You asked how I was and I said fine. It wasn’t quite true. No need to reply."
        ),
        letter=Sentence("There’s a letter I’m scared to open. It helps that one person knows."),
    ),
    *_says(
        AskKind.let_it_be_seen,
        3,
        too_much_alone=Sentence(
            "I’ve been holding a lot on my own, and it’s too much. You don’t have to fix it. "
            "I wanted you to know."
        ),
    ),
    *_asks(
        AskKind.favour,
        1,
        charger=Sentence("Could I borrow your phone charger until five? No is completely fine."),
        some_milk=Sentence(
            "If you’re at the shop before six, could you get me some milk? It’s fine to say no."
        ),
        show_me_how=Sentence(
            "Could you show me how you do that, some time this week? If not, that’s fine."
        ),
    ),
    *_asks(
        AskKind.favour,
        2,
        heavy_box=Sentence(
            "I have a heavy box to get upstairs on Saturday. Could you take the other end? "
            "No is completely fine."
        ),
        a_form=Sentence(
            "Could you go over a form with me on Thursday, for ten minutes? "
            "A no is fine. I can sort something else."
        ),
    ),
    *_asks(
        AskKind.favour,
        3,
        the_bills=Sentence(
            "Could you look at my bills with me on Sunday? I find them hard to face. "
            "No is completely fine."
        ),
    ),
    *_says(
        AskKind.share,
        1,
        it_came_out_right=Sentence(
            "I cooked something new tonight and it came out right. I wanted to tell you."
        ),
        what_you_said=Sentence(
            "What you said last week helped. I didn’t say so then, so I’m saying it now."
        ),
    ),
    *_says(
        AskKind.share,
        2,
        waiting_for_results=Sentence(
            "I get my test results on Monday and I’m scared. I don’t need advice. "
            "I wanted to say it out loud."
        ),
    ),
    *_asks(
        AskKind.share,
        2,
        ten_minutes=Sentence(
            "Could you listen for ten minutes tonight? I don’t need an answer. "
            "No is completely fine."
        ),
    ),
    *_says(
        AskKind.share,
        3,
        lonely=Sentence(
            "I’ve felt lonely this month. It’s nothing you did. I wanted to be honest with you."
        ),
        hard_to_be_helped=Sentence(
            "I find it hard to let people help me. I’d like that to change, and I thought of you."
        ),
    ),
    *_says(
        AskKind.delegate,
        1,
        where_the_papers_are=Sentence(
            "My papers are in the blue folder. Nothing for you to do. I’d like someone to know."
        ),
    ),
    *_asks(
        AskKind.delegate,
        1,
        plan_it=Sentence("Could you plan this Saturday? I’ll come along. If not, that’s fine."),
        notes=Sentence("Could you take the notes at the meeting tomorrow? It’s fine to say no."),
        make_dinner=Sentence(
            "Could you make dinner on Wednesday? Toast will do. No is completely fine."
        ),
    ),
    *_asks(
        AskKind.delegate,
        2,
        ring_the_landlord=Sentence(
            "Could you ring the landlord for me by Friday? I keep putting it off. "
            "A no is fine. I can sort something else."
        ),
        take_my_shift=Sentence(
            "Could you take my shift on Sunday? A no is fine. I can sort something else."
        ),
        school_run=Sentence("Could you walk the kids to school on Tuesday? If not, that’s fine."),
    ),
    *_asks(
        AskKind.delegate,
        3,
        sit_with_mum=Sentence(
            "Could you sit with my mum on Saturday from two to four, so I can sleep? "
            "No is completely fine."
        ),
    ),
    *_says(AskKind.accept, 1, yes_please=Sentence("Yes, please. That would help.")),
    *_does(
        AskKind.accept,
        1,
        the_bag=Sentence("When someone offers to carry a bag, let them. Say thank you once."),
    ),
    *_does(
        AskKind.accept,
        2,
        let_them_pay=Sentence(
            "If someone offers to pay for your coffee this week, let them. Leave it at that."
        ),
        the_way_they_did_it=Sentence(
            "If someone does a job for you this week, leave it the way they did it."
        ),
    ),
    *_asks(
        AskKind.accept,
        2,
        if_it_still_stands=Sentence(
            "You offered to help, and I said I was fine. If that still stands, could you come on "
            "Saturday? No is completely fine."
        ),
    ),
    *_does(
        AskKind.accept,
        3,
        the_room_as_it_is=Sentence(
            "If someone offers to come round this week, say yes. Leave the room as it is."
        ),
    ),
    *_asks(
        AskKind.company,
        1,
        lunch=Sentence("Could I sit with you at lunch tomorrow? No is completely fine."),
        tea_at_four=Sentence("I’m making tea at four. Would you like some? It’s fine to say no."),
    ),
    *_asks(
        AskKind.company,
        2,
        same_table=Sentence(
            "Could I do my forms at your table on Saturday? We don’t have to talk. "
            "If not, that’s fine."
        ),
        while_i_open_it=Sentence(
            "Could you stay on the phone tonight while I open a letter? It’s ten minutes at most. "
            "No is completely fine."
        ),
    ),
    *_asks(
        AskKind.company,
        3,
        waiting_room=Sentence(
            "I’m at the clinic on Tuesday at ten, and I’d rather not wait alone. "
            "Could you sit with me? No is completely fine."
        ),
        a_sad_day=Sentence(
            "Friday is a sad day for me. Could you eat with me that evening? No is completely fine."
        ),
    ),
    *_says(
        AskKind.mend,
        1,
        no_words_left=Sentence(
            "I didn’t write back last week. It wasn’t about you. I had no words left."
        ),
    ),
    *_says(
        AskKind.mend,
        2,
        dishes=Sentence("You did the dishes and I did them again. They were fine. I’m sorry."),
        all_in_hand=Sentence(
            "I said I had it all in hand. I didn’t, and you got the worst of it. I’m sorry."
        ),
    ),
    *_asks(
        AskKind.mend,
        3,
        pulled_away=Sentence(
            "I pulled away when you asked. I was scared, not angry. Could we try again on Sunday? "
            "No is completely fine."
        ),
    ),
)


def of_kind(what: AskKind) -> tuple[Template, ...]:
    """Return the templates of *what*, the smallest first. A person's own words have none."""
    return tuple(one for one in by_size(3) if one.what == what)


def by_size(limit: int) -> tuple[Template, ...]:
    """Return the templates of size *limit* (1–3) and below, the smallest first."""
    return tuple(sorted((one for one in TEMPLATES if one.size <= limit), key=attrgetter("size")))
