"""What a server should say beside each file, so that a browser runs nothing but the site's own."""
