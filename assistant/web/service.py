"""The web app's server, as a process of its own: Streamlit's, with the app's settings and first page.

``python -m assistant.web.service HOST PORT SCRIPT`` (`assistant.web.launch` says so). Settings are given here, so that no file in the
user's folder is touched.
"""

from __future__ import annotations

import sys


def serve(host: str, port: int, script: str) -> None:
    """Serve the script until the process is stopped.

    Args:
        host: the address to listen on.
        port: the TCP port.
        script: that Streamlit runs for every change on the screen.
    """
    # imported here, since every process that reads a file runs this module's imports once more (multiprocessing's spawn)
    import streamlit as st
    from starlette.middleware import Middleware

    from assistant.web.first_page import FirstPage
    from assistant.web.options import options
    from assistant.web.session import tell_unexpected

    app = st.App(script, middleware=[Middleware(FirstPage)], on_script_error=tell_unexpected)
    app.run(config=options(host, port))


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3])
