import pytest
pytestmark=pytest.mark.django_db
def test_q(client, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    for p in ('/nl/','/nl/wie-helpt/','/nl/wie-helpt/geld/brief/','/nl/wie-helpt/geld/brief/samen/','/ar/wie-helpt/geld/brief/zelf/','/nl/onderwerpen/geld/'):
        client.get(p)
        with CaptureQueriesContext(connection) as c: client.get(p)
        print(p,len(c))
        if 'geld/brief/samen' in p:
            for q in c.captured_queries: print('   ',q['sql'][:150].replace('\n',' '))
