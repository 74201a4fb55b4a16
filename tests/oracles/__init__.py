"""Second opinions: each works an answer out anew, in the flattest way there is, and compares it with the library's.

None of them uses the code it checks. What they know, they have from the notice, the official list of bank holidays and
tables that were written out by hand.
"""
