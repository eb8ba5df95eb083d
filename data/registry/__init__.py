"""Requests that contact points deliver: checked, suppressed on the way in, answered; raw counts never leave here."""
