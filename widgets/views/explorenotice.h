// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explorequery.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace sightglass {

/// One line above Explore's result: that it is bounded, with a button for more, or for a moment what has just
/// been done. Takes no room where there is nothing to say.
class ExploreNotice : public QWidget
{
    Q_OBJECT

public:
    explicit ExploreNotice(QWidget *parent = nullptr);

    /// `asked`: series handed out of each query; `most`: how many can be.
    void showBounds(const ExploreAnswer &answer, std::size_t asked, std::size_t most);
    void clear();
    /// Says it for some seconds.
    void tell(const QString &text);
    [[nodiscard]] QString text() const;

signals:
    void allRequested();

private:
    void refresh();

    QLabel *m_label;
    QPushButton *m_all;
    QTimer *m_told;
    QString m_bounds;
    bool m_more = false;
};

} // namespace sightglass
