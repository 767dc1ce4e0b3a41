"""Pictures in the editor: several at once, dropped, pasted, dragged, and without scripts."""

import re

import pytest
from django.conf import settings

pytestmark = [pytest.mark.browser]
ART = settings.BASE_DIR / "submissions/demo/art"
STILLS = [str(ART / f"{name}.webp") for name in ("still-v2", "still-v3")]
GIVE = """async ([type, selector, address]) => {
  const bytes = await (await fetch(address)).blob(), files = new DataTransfer();
  files.items.add(new File([bytes], `${type}.webp`, {type: "image/webp"}));
  const target = document.querySelector(selector);
  const event = type === "paste"
    ? new ClipboardEvent("paste", {clipboardData: files, bubbles: true, cancelable: true})
    : new DragEvent(type, {dataTransfer: files, bubbles: true, cancelable: true});
  target.dispatchEvent(event);
}"""


@pytest.fixture
def bad(tmp_path):
    file = tmp_path / "bad.jpg"
    file.write_bytes(b"GIF89a" + b"\0" * 40)
    return str(file)


def editor_of_a_new_film(seen, title):
    seen.sign_in("second@demo.example")
    seen.go("/my/projects/new/")
    seen.page.locator("[name=kind][value=film]").check(force=True)
    seen.page.fill("[name=title]", title)
    seen.page.get_by_role("button", name="Create the project").click()
    seen.page.wait_for_url(re.compile(r"/my/projects/[A-Z0-9]{10}/"))
    return seen.page


def ids(page):
    return [each.input_value() for each in page.locator("[data-row] [name$='-id']").all()]


def wait_for_rows(page, number):
    page.wait_for_function("n => document.querySelectorAll('[data-row]').length === n", arg=number)


@pytest.mark.parametrize("width", [1440, 390])
def test_pictures_go_up_one_by_one_and_stay(visit, bad, width):
    seen = visit(width)
    page = editor_of_a_new_film(seen, f"Ferry {width}")
    page.set_input_files("[data-pictures] input[type=file]", [STILLS[0], bad, STILLS[1]])
    wait_for_rows(page, 2)
    lines = page.locator(".sending p").all_inner_texts()
    assert "Here" in lines[0]
    assert "GIF" in lines[1]
    assert "Here" in lines[2]
    shown = page.locator("[data-row] img").first.get_attribute("src")
    for number, kind in enumerate(("drop", "paste"), start=3):
        page.evaluate(GIVE, [kind, "[data-pictures] .drop", shown])
        wait_for_rows(page, number)
    before = ids(page)
    page.locator("[data-row]").nth(2).evaluate("row => row.scrollIntoView({block: 'center'})")
    picture = page.locator("[data-row] [data-focal]").nth(2).bounding_box()
    page.mouse.click(picture["x"] + picture["width"] * 0.2, picture["y"] + picture["height"] * 0.8)
    point = page.locator("[data-row] [name$='-focal_x']").nth(2).input_value()
    assert int(point) in range(18, 23)
    page.locator("[data-row] button.up").nth(2).click()
    page.wait_for_function(
        "id => document.querySelectorAll('[data-row] [name$=\"-id\"]')[1].value === id",
        arg=before[2],
    )
    page.locator("button[name=save]").first.click()
    page.wait_for_load_state("networkidle")
    page.reload()
    assert ids(page) == [before[0], before[2], before[1], before[3]]
    # The browser itself writes down that one of the files was refused.
    seen.complaints = [each for each in seen.complaints if "422" not in each]
    seen.check()


def test_a_row_is_dragged_to_another_place(visit):
    seen = visit(1440)
    page = editor_of_a_new_film(seen, "Ferry dragged")
    page.set_input_files("[data-pictures] input[type=file]", STILLS)
    wait_for_rows(page, 2)
    before = ids(page)
    page.locator("[data-row]").first.evaluate("row => row.scrollIntoView({block: 'center'})")
    grip = page.locator("[data-grip]").nth(1).bounding_box()
    first = page.locator("[data-row]").first.bounding_box()
    page.mouse.move(grip["x"] + 5, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(grip["x"] + 5, grip["y"] - 20, steps=3)
    page.mouse.move(first["x"] + 30, first["y"] + 10, steps=5)
    page.mouse.up()
    page.wait_for_function(
        "id => document.querySelector('[data-row] [name$=\"-id\"]').value === id", arg=before[1]
    )
    assert page.locator("[data-number]").all_inner_texts() == ["1", "2"]
    page.locator("button[name=save]").first.click()
    page.wait_for_load_state("networkidle")
    page.reload()
    assert ids(page) == before[::-1]
    seen.check()


def test_without_scripts_the_form_does_the_same(visit):
    seen = visit(1440, scripts=False)
    page = editor_of_a_new_film(seen, "Ferry by hand")
    page.set_input_files("[data-pictures] input[type=file]", STILLS)
    page.locator("button[name=save]").first.click()
    assert len(before := ids(page)) == 2
    page.locator("[data-row] details").first.locator("summary").click()
    page.locator("[name$='pictures-0-focal_x']").fill("10")
    page.locator("[data-row] button.down").first.click()
    page.locator("button[name=save]").first.click()
    page.reload()
    assert ids(page) == before[::-1]
    assert page.locator("[name='pictures-1-focal_x']").input_value() == "10"
    seen.check()
