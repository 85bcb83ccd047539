"""Services, and what they share with organisations: themes, districts, audiences, languages, costs."""
