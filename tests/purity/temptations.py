"""Functions that do what no call of this package may do, one thing each, to prove that each is noticed."""

import datetime as dt
import decimal
import io
import locale
import os
import pathlib
import random
import socket
import subprocess
import sys
import threading
import time
import warnings

from asc_mandate import ENGLAND, returns
from asc_mandate.notice import campaigns
from tests.purity.calls import Call


def no_temptation():
    Call("validate", sorted, ([3, 2],)).answer()


def opens_a_file():
    with open(__file__, "rb"):  # noqa: PTH123
        pass


def opens_a_file_by_its_number():
    io.open_code(__file__).close()


def reads_a_path():
    pathlib.Path(__file__).read_bytes()


def looks_whether_a_file_is_there():
    pathlib.Path(__file__).exists()


def lists_a_directory():
    os.listdir()  # noqa: PTH208


def makes_a_socket():
    socket.socket().close()


def looks_up_a_host():
    socket.gethostbyname("127.0.0.1")


def starts_a_process():
    subprocess.run([sys.executable, "-c", ""], check=True)


def asks_a_shell():
    os.system("")


def starts_a_thread():
    threading.Thread(target=no_temptation).start()


def prints():
    sys.stdout.write("")


def asks_the_time():
    time.time()


def asks_the_time_in_nanoseconds():
    time.time_ns()


def asks_how_long_it_runs():
    time.monotonic()


def asks_the_local_time():
    time.localtime()


def asks_for_today():
    dt.date.today()  # noqa: DTZ011


def asks_a_datetime_for_today():
    dt.datetime.today()  # noqa: DTZ002


def asks_for_now():
    dt.datetime.now(dt.UTC)


def asks_for_now_in_utc():
    type("Own", (dt.datetime,), {}).now(dt.UTC)


def waits():
    time.sleep(0)


def reads_the_environment():
    os.environ.get("TZ")


def reads_the_environment_by_a_function():
    os.getenv("TZ")


def changes_the_environment():
    os.environ["ASC_MANDATE"] = "x"


def imports_a_module():
    import colorsys  # noqa: F401


def evaluates_text():
    eval("1 + 1")


def takes_a_chance():
    random.random()


def takes_a_chance_of_its_own():
    random.Random(3).randint(1, 6)


def asks_the_locale():
    locale.localeconv()


def changes_the_decimal_context():
    decimal.getcontext().prec = 5


def leaves_a_decimal_flag():
    decimal.getcontext().divide(decimal.Decimal(1), decimal.Decimal(3))


def silences_warnings():
    warnings.simplefilter("ignore")


def gives_a_global_another_value():
    returns.EVERYTHING_CARRIED = None


def makes_a_global():
    returns.SEEN = 1


def changes_a_default():
    returns.checked_location_id.__defaults__ = (3,)


def changes_a_class():
    returns.Return.seen = 1


def changes_data():
    object.__setattr__(campaigns.CAMPAIGNS[0], "name", "another")


def changes_a_datum_of_the_calendar():
    object.__setattr__(ENGLAND, "holidays_removed", (dt.date(2028, 4, 14),))


TEMPTATIONS = [
    value
    for name, value in list(vars().items())
    if callable(value) and getattr(value, "__module__", None) == __name__ and value is not no_temptation
]
