"""Words are typed on phones, on paper, by tired people; what they mean must stay the same."""

import math

import pytest

from beside.keeping.crypto import spare_key
from beside.keeping.crypto.spare_key import NotASpareKey
from beside.keeping.crypto.words import (
    HOW_MANY,
    LONGEST,
    TooLong,
    drawable,
    never_drawn,
    readings,
    six_words,
    tidy,
    word_list,
)

SIX = "abacus abdomen abide ablaze able abnormal"


def test_the_list_holds_7776_words_once_each():
    assert len(word_list()) == len(set(word_list())) == 7776 == 6**5


def test_every_word_of_the_list_is_as_it_would_be_typed():
    assert all(tidy(word) == word == word.lower() and word.isascii() for word in word_list())


def test_six_words_are_more_than_anybody_can_guess():
    assert 77.15 < math.log2(math.perm(len(drawable()), HOW_MANY)) < 77.16
    drawn = {six_words() for _ in range(200)}

    assert len(drawn) == 200
    assert all(set(words.split()) <= set(word_list()) for words in drawn)
    assert all(len(words.split()) == 6 for words in drawn)


def test_words_that_can_hurt_are_of_the_list_and_never_drawn():
    drawn = {word for seed in range(3_000) for word in six_words(seed.to_bytes(32)).split()}

    assert never_drawn() < set(word_list())
    assert {"violate", "strangle", "humiliate", "traitor", "valium"} < never_drawn()
    assert set(drawable()) == set(word_list()) - never_drawn()
    assert drawn <= set(drawable())


def test_words_that_can_hurt_are_still_taken_when_typed():
    assert (
        tidy("Violate abdomen abide ablaze able abroad")
        == "violate abdomen abide ablaze able abroad"
    )


def test_no_word_is_drawn_twice(monkeypatch):
    same = bytes(HOW_MANY * 8)
    monkeypatch.setattr("beside.keeping.crypto.words.expand", lambda *_, **__: same)

    assert six_words(bytes(32)).split() == list(drawable()[:HOW_MANY])
    assert all(len(set(six_words().split())) == HOW_MANY for _ in range(200))


def test_a_seed_draws_the_same_six_words_each_time_and_another_seed_others():
    drawn = six_words(bytes(range(32)))

    assert (
        drawn == six_words(bytearray(range(32))) == "claw finisher antiquity amid uncanny financial"
    )
    assert drawn != six_words(bytes(32))


def test_words_that_are_drawn_from_seeds_come_from_all_over_the_list():
    places = [
        word_list().index(word)
        for seed in range(300)
        for word in six_words(seed.to_bytes(32)).split()
    ]

    thirds = [sum(place // 2592 == third for place in places) for third in range(3)]
    assert all(480 < count < 720 for count in thirds)
    assert len(set(places)) > 1500


@pytest.mark.parametrize(
    "typed",
    [
        "Abacus abdomen abide ablaze able abnormal",
        "  abacus  abdomen\tabide\nablaze able abnormal ",
        "ABACUS ABDOMEN ABIDE ABLAZE ABLE ABNORMAL",
        "\uff41\uff42\uff41\uff43\uff55\uff53 abdomen abide ablaze able abnormal",  # full width
        "abacus\u00a0abdomen\u3000abide ablaze able abnormal",
    ],
)
def test_the_six_words_may_be_typed_as_phones_do(typed):
    assert tidy(typed) == SIX


@pytest.mark.parametrize(
    "typed",
    [
        "abacus, abdomen, abide, ablaze, able, abnormal",
        "Abacus-abdomen-abide-ablaze-able-abnormal.",
        "abacus \u2013 abdomen \u2013 abide \u2013 ablaze \u2013 able \u2013 abnormal",
        "1. abacus 2. abdomen 3. abide 4. ablaze 5. able 6. abnormal",
        "1 abacus\n2 abdomen\n3 abide\n4 ablaze\n5 able\n6 abnormal",
        "1abacus,2abdomen,3abide,4ablaze,5able,6abnormal",
        "1) abacus; 2) abdomen; 3) abide; 4) ablaze; 5) able; 6) abnormal",
    ],
)
def test_what_people_write_between_the_six_words_may_stay(typed):
    assert readings(typed) == (tidy(typed), SIX)


def test_words_of_the_list_that_have_a_hyphen_keep_it():
    typed = "yo-yo, felt-tip, t-shirt, drop-down, able, abide"

    assert readings(typed)[1] == "yo-yo felt-tip t-shirt drop-down able abide"
    assert readings(typed.replace(", ", "-"))[1] == readings(typed)[1]


@pytest.mark.parametrize(
    "typed",
    [
        SIX,
        "Two ducks, one pond",
        "abacus, abdomen, abide, ablaze, able",
        "abacus, abdomen, abide, ablaze, able, abnormal, able",
        "abacus, abdomen, abide, ablaze, able, sheepdogs",
        "7 abacus, abdomen, abide, ablaze, able, abnormal",
        "12 abacus, abdomen, abide, ablaze, able, abnormal",
        "abacus1 abdomen2 abide3 ablaze4 able5 abnormal6",
        "",
    ],
)
def test_all_else_has_one_reading(typed):
    assert readings(typed) == (tidy(typed),)


def test_composed_and_decomposed_letters_are_one():
    assert tidy("caf\u00e9 am See") == tidy("cafe\u0301 am See") == "caf\u00e9 am See"


def test_full_width_letters_are_the_plain_ones():
    assert tidy("\uff30\uff41\uff53\uff53") == "Pass"


def test_own_words_keep_their_case_and_their_inner_spaces():
    assert tidy(" Two  Ducks, one pond ") == "Two  Ducks, one pond"


def test_fewer_than_six_words_of_the_list_are_own_words():
    assert tidy("Abacus Abdomen") == "Abacus Abdomen"


@pytest.mark.parametrize("typed", ["x" * (LONGEST + 1), "\ufdfa" * LONGEST])
def test_too_long_is_refused_and_never_cut(typed):
    with pytest.raises(TooLong):
        tidy(typed)


def test_the_longest_is_taken_whole():
    assert tidy("x" * LONGEST) == "x" * LONGEST


SECRET = bytes(range(20))
PRINTED = spare_key.written(SECRET)


def test_a_spare_key_is_eight_groups_of_four_and_two():
    groups = PRINTED.split("-")

    assert [len(group) for group in groups] == [4] * 8 + [2]
    assert spare_key.read(PRINTED) == SECRET


@pytest.mark.parametrize(
    "typed",
    [
        PRINTED.lower(),
        PRINTED.replace("-", ""),
        PRINTED.replace("-", " "),
        PRINTED.replace("0", "O"),
        PRINTED.replace("0", "o"),
        PRINTED.replace("1", "I").replace("-", " - "),
        PRINTED.replace("1", "l"),
        "\n " + PRINTED.replace("-", "\u2013") + "\r\n",
    ],
)
def test_a_spare_key_survives_a_pen_and_a_phone(typed):
    assert spare_key.read(typed) == SECRET


def test_a_changed_letter_is_nearly_always_seen_and_never_opens():
    text, missed, tried = PRINTED.replace("-", ""), 0, 0
    for position, was in enumerate(text):
        for letter in spare_key.ALPHABET.replace(was, ""):
            tried += 1
            try:
                read = spare_key.read(text[:position] + letter + text[position + 1 :])
            except NotASpareKey:
                continue
            missed += 1
            assert read != SECRET

    assert tried == 34 * 31
    assert missed <= 4  # ten bits of check: one in 1,024


def test_two_letters_swapped_are_nearly_always_seen():
    text, missed = PRINTED.replace("-", ""), 0
    for left in range(33):
        swapped = text[:left] + text[left + 1] + text[left] + text[left + 2 :]
        if swapped == text:
            continue
        try:
            spare_key.read(swapped)
        except NotASpareKey:
            continue
        missed += 1

    assert missed == 0


@pytest.mark.parametrize(
    "typed", ["", "0000", PRINTED[:-1], PRINTED + "0", PRINTED[:-1] + "U", "ß"]
)
def test_what_is_not_a_spare_key_is_refused(typed):
    with pytest.raises(NotASpareKey):
        spare_key.read(typed)


def test_new_spare_keys_differ():
    assert len({spare_key.new_secret() for _ in range(100)}) == 100
    assert len(spare_key.new_secret()) == 20
