// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/tellingparts.h"

#include <QFontMetricsF>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

namespace sightglass {

/// Shortens names that stand beside each other so that what tells them apart stays to be read: what all of
/// them begin and end with goes first, "…7d4f-x2k9p…" rather than "checkout-ser…production". Of series that
/// are called by their labels, metric{a="b", c="d"}, whole labels go, those that all of them have. Where that
/// is not enough, the words stay by which each name differs from those that are the same up to there
/// (TellingParts), "…east…p99" of "us-east-1-checkout-p99"; and where there is no room for these, so much of
/// them as tells. No two names become the same as long as that much has room. A value.
class NameElision
{
public:
    NameElision() = default;
    /// All names that are shown together, displayable. What they have in common ends at a character that is
    /// neither letter nor digit, so that no word is cut.
    explicit NameElision(const QStringList &names);

    /// The name, where it is wider than this shortened to it. What was asked last for each name is kept, so
    /// that painting again costs little; of one thread.
    [[nodiscard]] QString elided(const QString &name, const QFontMetricsF &metrics, double width) const;

private:
    struct Made
    {
        double width = -1;
        QString text;
    };
    [[nodiscard]] QString makeElided(const QString &name, const QFontMetricsF &metrics, double width) const;
    [[nodiscard]] QString elidedLabels(const QString &name, const QFontMetricsF &metrics, double width) const;
    [[nodiscard]] QString elidedCommon(const QString &name, const QFontMetricsF &metrics, double width) const;
    [[nodiscard]] QString elidedWords(const QString &name, const QFontMetricsF &metrics, double width) const;

    [[nodiscard]] const TellingParts &tellingParts() const;

    QStringList m_names;
    mutable std::optional<TellingParts> m_telling; ///< made when something has no room
    bool m_labelled = false;                       ///< all are called by their labels
    bool m_sameMetric = false;
    QSet<QString> m_shared;                         ///< labels that all have
    qsizetype m_before = 0;                         ///< characters that all names begin with
    qsizetype m_behind = 0;                         ///< that all end with
    mutable std::optional<QFontMetricsF> m_metrics; ///< of m_made
    mutable QHash<QString, Made> m_made;
};

} // namespace sightglass
