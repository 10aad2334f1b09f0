// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace sightglass::demo {

/// The demo's own exposition, read just far enough to check it: independent of the product's parser on
/// purpose.
struct ExpositionText
{
    /// Family name to "counter", "gauge" or "histogram".
    QMap<QString, QString> types;
    QMap<QString, QString> help;
    /// Series as written, e.g. name{a="b"}, to value.
    QMap<QString, double> values;
    /// Lines that are none of these.
    QStringList strange;

    explicit ExpositionText(const QByteArray &text);

    /// Names of all series of a family, or of one of the series that a histogram is made of.
    [[nodiscard]] QStringList seriesOf(const QString &name) const;
    /// Sum over all series with this name; 0 where there is none.
    [[nodiscard]] double sum(const QString &name) const;
};

} // namespace sightglass::demo
