import subprocess
import sys

SHOW = """
import ctypes, os, resource
from beside.cli.hardening import harden
harden()
os.close(os.open("new", os.O_CREAT | os.O_WRONLY, 0o666))
print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.stat("new").st_mode & 0o777))
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def test_memory_is_kept_out_of_files_and_of_other_programs(tmp_path):
    said = subprocess.check_output([sys.executable, "-c", SHOW], cwd=tmp_path, text=True)

    assert said.splitlines() == ["(0, 0) 0o600", "0"]
