// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QStringList>

class QListWidget;
class QSpinBox;

namespace sightglass {

/// Asks which dashboards a playlist shows, in which order, and how long each of them.
class PlaylistDialog : public QDialog
{
    Q_OBJECT

public:
    /// A dashboard that can be chosen.
    struct Choice
    {
        QString key;
        QString title; ///< displayable
    };

    /// `chosen`: keys, in their order; none: all.
    PlaylistDialog(const QList<Choice> &dashboards, const QStringList &chosen, int seconds,
                   QWidget *parent = nullptr);

    /// In their order; none where all are chosen in the order of the tabs, so that new ones are shown, too.
    [[nodiscard]] QStringList chosen() const;
    [[nodiscard]] int seconds() const;

private:
    void moveCurrent(int step);

    QStringList m_all; ///< in the order of the tabs
    QListWidget *m_list;
    QSpinBox *m_seconds;
};

} // namespace sightglass
