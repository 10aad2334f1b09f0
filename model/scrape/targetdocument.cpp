// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetdocument.h"

#include "model/scrape/clientsecrets.h"
#include "model/scrape/targetfields.h"

#include <QJsonDocument>

#include <algorithm>

namespace sightglass {

namespace {

template<typename T>
void bring(T &value, T least, T most, const char *name, QStringList &problems)
{
    if (value >= least && value <= most)
        return;
    problems << QLatin1String(name) + QStringLiteral(": not from %1 to %2").arg(least).arg(most);
    value = std::clamp(value, least, most);
}

} // namespace

QString targetDocument(const TargetConfig &target)
{
    TargetConfig written = target;
    takeSecretParameters(written.url, written.client);
    written.client = withoutSecretTexts(written.client, target.id);
    JsonWriter fields;
    describe(fields, written);
    return QString::fromUtf8(QJsonDocument(fields.object()).toJson(QJsonDocument::Compact));
}

ReadTarget readTargetDocument(const QString &document)
{
    ReadTarget read;
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(document.toUtf8(), &error);
    if (!json.isObject()) {
        read.problems << (error.error == QJsonParseError::NoError ? QStringLiteral("not an object")
                                                                  : error.errorString());
        return read;
    }
    JsonReader fields(json.object(), {}, read.problems);
    describe(fields, read.target);
    fields.finish();
    bring(read.target.intervalMs, minScrapeIntervalMs, maxScrapeIntervalMs, "interval_ms", read.problems);
    bring<std::int64_t>(read.target.timeoutMs, 0, read.target.intervalMs, "timeout_ms", read.problems);
    return read;
}

} // namespace sightglass
