"""Page types that give a service or a location its words, and the guides and questions often asked."""
