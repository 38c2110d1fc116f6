"""The web app as Streamlit runs it, over an embedder that needs no model; the home comes from CLAUSIER_HOME."""

if __name__ == "__main__":
    # imported here, since every process that reads a file runs this script's imports once more (multiprocessing's spawn)
    import streamlit

    from assistant.settings import Settings
    from assistant.web.frame import main
    from tests.fake_parts import FakeParts

    @streamlit.cache_resource(show_spinner=False)
    def open_parts() -> FakeParts:
        settings = Settings.from_environment()
        parts = FakeParts(settings.home)
        parts.settings = settings
        return parts

    main(open_parts)
