"""When the machine itself fails: the database does not answer, or there is no room to write anything down."""

import errno
import sys

from django.db import InterfaceError, InternalError, OperationalError

OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO}


def is_of_the_machine(error: BaseException | None) -> bool:
    """Whether nobody who wrote this request or this code can do anything about it."""
    if isinstance(error, OSError):
        return error.errno in OF_THE_DISK
    return isinstance(error, OperationalError | InterfaceError | InternalError)


def machine_fails() -> bool:
    """Whether that is what is being handled now."""
    return is_of_the_machine(sys.exc_info()[1])
