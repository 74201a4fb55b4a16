"""The law as data: the notice's editions, the campaigns and the readings."""
