"""Failures of the machine itself: the database does not answer, or there is no room to write."""

import errno
import sys

from django.db import InterfaceError, InternalError, OperationalError

OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO}


def is_machine_error(error: BaseException | None) -> bool:
    """Returns whether the machine or the database is at fault, and neither the request nor our code."""
    if isinstance(error, OSError):
        return error.errno in OF_THE_DISK
    return isinstance(error, OperationalError | InterfaceError | InternalError)


def is_machine_failing() -> bool:
    """Returns whether an error of the machine is being handled now."""
    return is_machine_error(sys.exc_info()[1])
