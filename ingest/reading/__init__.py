"""Reading files in processes of their own, which a hostile or damaged file may take down without harm."""
