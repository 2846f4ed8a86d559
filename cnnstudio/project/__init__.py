"""The project file: one ``.cnnstudio`` file that holds a whole piece of work, and what keeps it from being lost."""
