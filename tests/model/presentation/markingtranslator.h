// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace sightglass::test {

/// While it lives, every text of one context that is looked up comes back in brackets.
class MarkingTranslator : public QTranslator
{
public:
    explicit MarkingTranslator(const char *context)
        : m_context(context)
    {
        QCoreApplication::installTranslator(this);
    }

    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        return m_context == context ? QStringLiteral("[%1]").arg(QString::fromUtf8(source)) : QString();
    }

    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    QByteArray m_context;
};

} // namespace sightglass::test
