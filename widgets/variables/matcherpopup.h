// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/variables/variablecontrol.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace sightglass {

/// One filter: a label, how it is compared, and with what. Names and values are those that there are, and any
/// other may be typed; several values are divided by |.
class MatcherPopup : public QFrame
{
    Q_OBJECT

public:
    explicit MatcherPopup(LabelSource labels, QWidget *parent = nullptr);

    void setFilter(const AdHocFilter &filter);
    [[nodiscard]] AdHocFilter filter() const;
    void showAt(QWidget *anchor);

signals:
    void submitted(const sightglass::AdHocFilter &filter);

private:
    void offerValues();
    void check();
    void submit();
    /// Why it cannot be used; empty where it can.
    [[nodiscard]] QString problem() const;

    LabelSource m_labels;
    QComboBox *m_key;
    QComboBox *m_operator;
    QComboBox *m_value;
    QLabel *m_hint;
    QPushButton *m_apply;
};

} // namespace sightglass
