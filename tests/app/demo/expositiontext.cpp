// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/expositiontext.h"

namespace sightglass::demo {

ExpositionText::ExpositionText(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &raw : lines) {
        const QString line = QString::fromUtf8(raw);
        const QStringList words = line.split(QLatin1Char(' '));
        if (line.startsWith(QLatin1String("# TYPE ")) && words.size() == 4)
            types.insert(words[2], words[3]);
        else if (line.startsWith(QLatin1String("# HELP ")) && words.size() > 3)
            help.insert(words[2], words.mid(3).join(QLatin1Char(' ')));
        else if (words.size() == 2 && !line.startsWith(QLatin1Char('#')))
            values.insert(words[0], words[1].toDouble());
        else if (!line.isEmpty())
            strange.append(line);
    }
}

QStringList ExpositionText::seriesOf(const QString &name) const
{
    QStringList series;
    for (auto it = values.keyBegin(); it != values.keyEnd(); ++it) {
        if (*it == name || it->startsWith(name + QLatin1Char('{')))
            series.append(*it);
    }
    return series;
}

double ExpositionText::sum(const QString &name) const
{
    double total = 0;
    const QStringList series = seriesOf(name);
    for (const QString &one : series)
        total += values.value(one);
    return total;
}

} // namespace sightglass::demo
