// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryengine.h"
#include "tests/support/answer.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <string>
#include <utility>

namespace sightglass::test {

/// Asks a running Prometheus over its HTTP API.
class PrometheusClient
{
public:
    explicit PrometheusClient(const QUrl &root)
        : m_root(root)
    {}

    [[nodiscard]] Answer instant(const std::string &query, TimestampMs t) const;
    [[nodiscard]] Answer range(const std::string &query, const StepRange &steps) const;

private:
    [[nodiscard]] Answer ask(const QString &path, const QList<std::pair<QString, QString>> &parameters) const;

    QUrl m_root;
};

} // namespace sightglass::test
