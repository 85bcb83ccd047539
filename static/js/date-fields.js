/* What somebody typed into a field for a day or a time stays there: the calendar of the admin would put today in the
   place of everything that it cannot read, without a word. The server reads more, and says what it cannot read.
   Loaded on every page of the admin, by home/editing/hooks.py. */
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
