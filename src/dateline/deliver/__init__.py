"""Mails on their way: none lost, and none twice as far as a server can tell."""

from dateline.deliver.smtp import Outcome, Server, Told, deliver

__all__ = ["Outcome", "Server", "Told", "deliver"]
