// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetfetcher.h"

#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <optional>

using namespace sightglass;

namespace {

class TargetFetcherTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void aRefusedTargetFailsUnasked()
    {
        test::HttpServer server;
        TargetConfig config;
        config.url = server.url();
        config.refused = Error{ErrorCode::ConfigValue, {"target_limit exceeded"}, {}, {}};
        const auto fetcher = makeFetcher(config);
        std::optional<Error> error;
        const auto start = [&] {
            fetcher->start({config.url, 1000, 0, {}}, [&error](const Result<FetchedPage> &page) {
                error = page ? Error() : page.error();
            });
        };
        start();
        QVERIFY(!error);
        QTRY_VERIFY(error);
        QVERIFY(*error == *config.refused);
        error.reset();
        start();
        fetcher->cancel();
        start();
        fetcher->cancel();
        QCoreApplication::processEvents();
        QVERIFY(!error);
        QCOMPARE(server.connections(), 0);
    }
};

} // namespace

SIGHTGLASS_TEST(TargetFetcherTest)
#include "targetfetchertest.moc"
