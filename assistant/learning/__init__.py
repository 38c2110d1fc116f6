"""Tours, quizzes, guides and classrooms made of a contract."""
