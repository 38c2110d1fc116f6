"""The web app: pages that draw and keep session state; everything else is asked of the parts."""
