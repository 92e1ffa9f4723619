"""Small widgets that know no sitting: labels, buttons, bars, icons."""
