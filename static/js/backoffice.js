// Loaded by every page of the back office, before its forms.

// Left on, the date picker replaces what it cannot read by today. The server refuses it at the field instead.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
