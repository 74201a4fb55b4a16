"""The page "Check a return" in a real browser: build the site, then run `nox -s package`."""

import datetime as dt
import functools
import json
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import asc_mandate as am
from tests.helpers import CARE_HOME, CARE_HOME_FLU, DOMICILIARY, QUIET_DAY
from tests.test_check_form import typed

pytestmark = pytest.mark.slow
SITE = Path(__file__).parent.parent / "docs" / "_build"
PAGE = "check-a-return.html"
FLAGS = [
    "headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
    "disable-component-update", "disable-sync",
]  # fmt: skip
READY = "return document.querySelector('#check form')?.hidden === false"
SET = """
for (const [name, value] of arguments[0]) {
  for (const input of document.getElementsByName(name)) {
    if (["radio", "checkbox"].includes(input.type)) input.checked = input.value === value;
    else input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    if not (SITE / PAGE).exists():
        pytest.skip("docs/_build has no page to try; build the documentation, with npm and a connection")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=SITE)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser(tmp_path_factory, site):
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed; run `nox -s package`")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("Debian's chromium and chromium-driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in [*FLAGS, f"user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with webdriver.Chrome(options=options, service=webdriver.ChromeService(driver)) as browser:
        yield browser


def load(browser, site):
    browser.get(f"{site}{PAGE}")
    wait(browser, READY)


@pytest.fixture
def page(browser, site):
    """The page with nothing entered, loaded once, because that takes seconds."""
    if not browser.execute_script(READY):
        load(browser, site)
    browser.execute_script("document.querySelectorAll('#check form').forEach((form) => form.reset())")
    yield browser
    browser.execute_script("localStorage.clear()")
    said = [entry["message"] for entry in browser.get_log("browser") if "favicon.ico" not in entry["message"]]
    assert said == []


def wait(browser, script):
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 120, 0.1).until(lambda it: it.execute_script(script))


def fill(page, **texts):
    page.execute_script(SET, list(texts.items()))


def press(page, words):
    # Not by the mouse, because the page is still scrolling.
    page.execute_script(
        "arguments[0].click()", page.find_element("xpath", f"//*[@id='check']//button[text()='{words}']")
    )


def report(page):
    return page.execute_script("return document.querySelector('#report .text').textContent")


def beside(page, place):
    script = "return document.getElementById(arguments[0]).textContent"
    return page.execute_script(script, f"said-{place}")


def without(values, id):
    return {**values, id: None}


WINTER = dt.date(2026, 11, 12)
JUDGED = {
    "MET": ("domiciliary_care", DOMICILIARY, QUIET_DAY, None),
    "NOT MET": ("care_home", without(CARE_HOME, "hours_paid"), dt.date(2025, 8, 20), dt.date(2025, 8, 11)),
    "OPEN": ("care_home", without(CARE_HOME, "residents_able_to_visit"), QUIET_DAY, dt.date(2025, 8, 4)),
    "UNDETERMINED": ("care_home", {**CARE_HOME, **CARE_HOME_FLU}, WINTER, dt.date(2026, 11, 10)),
}


@pytest.mark.parametrize("outcome", JUDGED)
def test_a_form_that_is_filled_in_gives_the_report_of_the_library(page, outcome):
    service, values, on, saved = JUDGED[outcome]
    sections = {section.id: saved for section, _ in am.checklist(service, on).by_section}
    fill(page, service=service, on=on.isoformat())
    fill(page, **dict(typed({id: value for id, value in values.items() if value is not None})))
    fill(page, **{f"saved.{section}": saved.isoformat() for section in sections} if saved else {})
    press(page, "Check")
    judged = am.validate(am.Return(service, values, saved=sections if saved else None), on)
    assert judged.outcome.value.replace("_", " ").upper() == outcome
    assert report(page) == str(judged)
    shown = page.find_element("css selector", "#report .shown").text
    assert all(finding.message in shown for finding in judged.findings)
    assert page.switch_to.active_element.text == "Report"


@pytest.mark.parametrize("service", am.ServiceType)
def test_bad_input_is_answered_beside_it_in_the_words_of_the_library(page, service):
    fill(page, service=service, on=WINTER.isoformat(), location_id="1")
    inputs = page.execute_script(
        "return [...document.querySelectorAll('[name^=values]:not([type=radio])')].map(it => it.name)"
    )
    bad = {name: "many" for name in inputs if "options" not in name}
    fill(page, **bad)
    press(page, "Check")
    for name in bad:
        place = name if name.count(".") == 1 else name.rpartition(".")[0]
        assert "is the text “many”. It must" in beside(page, place)
        (element,) = page.find_elements("name", name)
        assert element.get_attribute("aria-invalid") == "true"
        assert f"said-{place}" in element.get_attribute("aria-describedby")
    assert "does not look like a CQC location id" in beside(page, "location_id")
    if service is am.ServiceType.CARE_HOME:
        assert "Answer yes or no." in beside(page, "values.residents_able_to_visit")
        fill(page, **{"values.visiting_options": "ask jane@example.org"})
        assert "e-mail address" in beside(page, "values.visiting_options")
    page.find_element("name", "saved.workforce").send_keys("11")
    press(page, "Check")
    assert "write a day that exists" in beside(page, "saved.workforce")


def test_nothing_is_asked_of_any_other_host_and_nothing_more_once_it_is_loaded(browser, site):
    browser.get_log("performance")
    load(browser, site)
    asked = requests(browser)
    assert len(asked) > 10
    # The browser's own pages have an address that begins with "chrome:".
    assert [address for address in asked if not address.startswith((site, "data:", "blob:", "chrome:"))] == []
    browser.execute_cdp_cmd("Network.enable", {})
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    try:
        fill(browser, service="domiciliary_care", on="2026-07-10")
        press(browser, "Check")
        assert report(browser).startswith("Domiciliary care: return for July 2026\nOPEN.")
        fill(browser, missed="2026-06-08")
        assert requests(browser) == []
    finally:
        browser.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {**offline, "offline": False, "downloadThroughput": -1, "uploadThroughput": -1},
        )


def requests(browser):
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return [it["params"]["request"]["url"] for it in events if it["method"] == "Network.requestWillBeSent"]


def test_where_webassembly_is_missing_the_page_says_so(browser, site):
    source = {"source": "delete globalThis.WebAssembly"}
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", source)
    try:
        browser.get(f"{site}{PAGE}")
        wait(browser, "return document.getElementById('loading').textContent.startsWith('This browser has no WebAss')")
        assert not browser.find_element("css selector", "#check form").is_displayed()
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def test_values_are_kept_on_the_device_only_when_asked_and_forgotten_again(page):
    fill(page, service="domiciliary_care", on="2026-11-12", shown="yes")
    fill(page, **{"values.service_users": "63"})
    assert page.execute_script("return localStorage.length") == 0
    press(page, "Keep on this device")
    page.refresh()
    wait(page, READY)
    assert page.find_element("name", "values.service_users").get_attribute("value") == "63"
    assert page.find_element("id", "checklist").text.endswith("11 of 11 items are required.")
    press(page, "Forget")
    assert page.execute_script("return localStorage.length") == 0
    page.execute_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    press(page, "Keep on this device")
    assert page.find_element("id", "kept").text == "This browser keeps nothing."


def test_the_windows_that_are_ticked_are_those_of_the_assessment(page):
    fill(page, on="2026-09-20")
    boxes = page.find_elements("css selector", "#missed input")
    assert len(boxes) == 12
    for input in [*boxes[-3:], page.find_element("css selector", "[name=public_body][value=no]")]:
        page.execute_script("arguments[0].click()", input)
    months = {
        (window.year, window.month): "met" for window in am.reporting_windows(dt.date(2025, 10, 1), dt.date(2026, 9, 1))
    }
    ledger = am.Ledger({**months, **{(2026, month): "not_met" for month in (7, 8, 9)}})
    assessed = am.assess_penalty(ledger, am.Provider(public_body=False), dt.date(2026, 9, 20))
    assert page.execute_script("return document.querySelector('#penalty .text').textContent") == str(assessed)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_it_fits_a_phone_and_a_screen_and_can_be_read_in_light_and_dark(page, width, scheme):
    page.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    fill(page, on="2025-08-12", location_id="1")
    press(page, "Check")
    page.execute_script("document.querySelectorAll('#check details').forEach(it => { it.open = true })")
    assert page.execute_script("return document.documentElement.scrollWidth") <= width
    wide = "return [...document.querySelectorAll('#check *')].filter(it => it.getBoundingClientRect().right > innerWidth).length"
    assert page.execute_script(wide) == 0
    assert page.execute_script(CONTRAST) == []


CONTRAST = """
const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = (colour) => channels(colour).slice(0, 3).map((part) => part / 255)
  .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
const ground = (it) => {
  const own = getComputedStyle(it).backgroundColor;
  return it.parentElement && (channels(own)[3] ?? 1) === 0 ? ground(it.parentElement) : own;
};
return [...document.querySelectorAll("#check *")]
  .filter((it) => it.offsetParent && [...it.childNodes].some((part) => part.nodeType === 3 && part.data.trim()))
  .map((it) => [it.outerHTML, ...[getComputedStyle(it).color, ground(it)].map(light).sort((a, b) => b - a)])
  .map(([it, more, less]) => [it.slice(0, 80), (more + 0.05) / (less + 0.05)])
  .filter(([, ratio]) => ratio < 4.5);
"""
