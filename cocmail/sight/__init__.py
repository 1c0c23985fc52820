"""What a letter says: the contexts of the templates, made from what its one reader may see.

Called by gate.see and by nothing else. Each module serves one family of letters; none of them
decides who may read, and none writes anything.
"""
