"""The script that Streamlit runs for every change on the screen."""

if __name__ == "__main__":
    # imported here, since every process that reads a file runs this script's imports once more (multiprocessing's spawn)
    from assistant.web.frame import main

    main()
