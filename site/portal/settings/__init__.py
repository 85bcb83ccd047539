"""Settings: base is production, dev is `make run`, test is the tests."""
