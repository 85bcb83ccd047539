"""Keys for a machine on which nobody has set any: made once, in a file that only its owner can read."""

import base64
import json
import os
import secrets
from pathlib import Path


def development_keys() -> dict[str, str]:
    """Returns the environment variables with secrets, from `var/development-keys.json`, which is made when missing.

    Production sets the variables itself and never calls this.
    """
    var = Path(os.environ.get("PORTAL_VAR") or Path(__file__).resolve().parents[2] / "var")
    path = var / "development-keys.json"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        made = {
            "PORTAL_SECRET_KEY": secrets.token_urlsafe(50),
            "PORTAL_KEY_RING": "dev1:" + base64.b64encode(secrets.token_bytes(32)).decode(),
            "PORTAL_LOOKUP_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
        }
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(made, indent=1))
        try:
            # A link fails when another process was first: its keys are the ones that count.
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    keys: dict[str, str] = json.loads(path.read_text())
    return keys
