// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/recordedendpoint.h"

#include "parser/base/labels.h"
#include "parser/base/numbertext.h"
#include "parser/exposition/expositionparser.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <string>
#include <vector>

namespace sightglass::test {

namespace {

constexpr int fetchWithinMs = 30'000;

QByteArray fetched(const QUrl &url)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setTransferTimeout(fetchWithinMs);
    QNetworkReply *reply = manager.get(request);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
}

/// Samples with the timestamp behind them; TYPE lines as they come, all else left away.
std::string stamped(std::string_view body, TimestampMs t)
{
    const auto parser = createExpositionParser(ExpositionFormat::PrometheusText, body);
    std::string page;
    std::vector<Label> labels;
    for (auto entry = parser->next(); entry && *entry != ExpositionParser::Entry::End;
         entry = parser->next()) {
        if (*entry == ExpositionParser::Entry::Type)
            page.append("# TYPE ")
                .append(parser->metadataName())
                .append(" ")
                .append(metricTypeName(parser->metadataType()))
                .append("\n");
        if (*entry != ExpositionParser::Entry::Sample)
            continue;
        parser->decodeLabels(labels);
        page +=
            Labels(labels).toString() + ' ' + formatFloat(parser->value()) + ' ' + std::to_string(t) + '\n';
    }
    return page;
}

} // namespace

bool RecordedEndpoint::record(const QUrl &endpoint, TimestampMs t)
{
    const QByteArray body = fetched(endpoint);
    const std::string page = stamped({body.constData(), static_cast<std::size_t>(body.size())}, t);
    m_pages.append(QByteArray::fromStdString(page));
    return !page.empty();
}

QString RecordedEndpoint::pathFor(const QByteArray &reader) const
{
    return QLatin1Char('/') + QString::fromUtf8(m_name) + QLatin1Char('/') + QString::fromUtf8(reader);
}

void RecordedEndpoint::serveTo(HttpServer &server, const QByteArray &reader)
{
    server.serve(pathFor(reader).toUtf8(), [this, reader](const HttpRequest &) {
        const qsizetype next = m_served[reader]++;
        return HttpAnswer::page(m_pages.at(std::min(next, m_pages.size() - 1)));
    });
}

} // namespace sightglass::test
