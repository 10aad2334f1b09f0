// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/prometheusclient.h"

#include "model/core/sample.h"
#include "parser/base/numbertext.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass::test {

namespace {

using nlohmann::json;

std::string seriesText(const json &metric)
{
    std::vector<Label> labels;
    for (const auto &[name, value] : metric.items())
        labels.push_back({name, value.get<std::string>()});
    return Labels(std::move(labels)).toString();
}

Sample sampleOf(const json &pair)
{
    return {static_cast<TimestampMs>(std::llround(pair.at(0).get<double>() * 1000)),
            parseFloat(pair.at(1).get<std::string>()).value_or(std::numeric_limits<double>::quiet_NaN())};
}

Answer answerOf(const json &data)
{
    Answer answer;
    const std::string type = data.at("resultType");
    const json &result = data.at("result");
    if (type == "scalar") {
        answer.series["{}"].push_back(sampleOf(result));
        return answer;
    }
    for (const json &series : result) {
        std::vector<Sample> &samples = answer.series[seriesText(series.at("metric"))];
        if (type == "vector")
            samples.push_back(sampleOf(series.at("value")));
        else
            std::ranges::transform(series.at("values"), std::back_inserter(samples), sampleOf);
    }
    return answer;
}

QString secondsText(TimestampMs t)
{
    return QString::number(static_cast<double>(t) / 1000, 'f', 3);
}

} // namespace

Answer PrometheusClient::instant(const std::string &query, TimestampMs t) const
{
    return ask(QStringLiteral("/api/v1/query"), {{QStringLiteral("query"), QString::fromStdString(query)},
                                                 {QStringLiteral("time"), secondsText(t)}});
}

Answer PrometheusClient::range(const std::string &query, const StepRange &steps) const
{
    return ask(QStringLiteral("/api/v1/query_range"),
               {{QStringLiteral("query"), QString::fromStdString(query)},
                {QStringLiteral("start"), secondsText(steps.start)},
                {QStringLiteral("end"), secondsText(steps.end)},
                {QStringLiteral("step"), secondsText(steps.stepMs)}});
}

Answer PrometheusClient::ask(const QString &path, const QList<std::pair<QString, QString>> &parameters) const
{
    QUrlQuery form;
    for (const auto &[name, value] : parameters)
        form.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    QNetworkRequest request(m_root.resolved(QUrl(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/x-www-form-urlencoded"));
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.post(request, form.toString(QUrl::FullyEncoded).toLatin1());
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const json body = json::parse(reply->readAll().toStdString(), nullptr, false);
    if (!body.is_object() || body.value("status", "") != "success")
        return {true, body.is_object() ? body.value("error", "") : "no answer", {}};
    return answerOf(body.at("data"));
}

} // namespace sightglass::test
