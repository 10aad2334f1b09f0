// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/fetched.h"

#include <QTest>

#include <optional>

namespace sightglass::test {

QString fetched(Fetcher &fetcher, const QUrl &url, std::int64_t timeoutMs)
{
    std::optional<Result<FetchedPage>> result;
    fetcher.start({url, timeoutMs, std::size_t{16} << 20U, {}},
                  [&](Result<FetchedPage> told) { result = std::move(told); });
    if (result)
        return QStringLiteral("told too early");
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
        return QStringLiteral("nothing");
    return result->ok() ? QString::fromStdString((*result)->body)
                        : QLatin1String("! ") + QString::fromStdString(plainText(result->error()));
}

} // namespace sightglass::test
