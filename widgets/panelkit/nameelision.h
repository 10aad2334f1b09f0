// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QSet>
#include <QStringList>

namespace sightglass {

/// Shortens names that stand beside each other so that what tells them apart stays to be read: what all of
/// them begin and end with goes first, "…7d4f-x2k9p…" rather than "checkout-ser…production". Of series that
/// are called by their labels, metric{a="b", c="d"}, whole labels go, those that all of them have. A value.
class NameElision
{
public:
    NameElision() = default;
    /// All names that are shown together, displayable. What they have in common ends at a character that is
    /// neither letter nor digit, so that no word is cut.
    explicit NameElision(const QStringList &names);

    /// The name, where it is wider than this shortened to it.
    [[nodiscard]] QString elided(const QString &name, const QFontMetricsF &metrics, double width) const;

private:
    [[nodiscard]] QString elidedLabels(const QString &name, const QFontMetricsF &metrics, double width) const;

    bool m_labelled = false; ///< all are called by their labels
    bool m_sameMetric = false;
    QSet<QString> m_shared; ///< labels that all have
    qsizetype m_before = 0; ///< characters that all names begin with
    qsizetype m_behind = 0; ///< that all end with
};

} // namespace sightglass
