"""Days and times as staff type them, where Django reads them itself: never the month first."""

DAYS = ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d"]
TIMES = ["%H:%M", "%H:%M:%S", "%H.%M", "%H:%M:%S.%f"]
MOMENTS = [f"{day} {time}" for day in DAYS for time in TIMES]
