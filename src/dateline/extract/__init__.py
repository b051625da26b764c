"""Page to article: what is the text, who signed it, when, from where?"""
