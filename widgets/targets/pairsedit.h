// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <string>
#include <utility>
#include <vector>

class QPushButton;
class QTableWidget;

namespace sightglass {

/// Names with values, as a table that is typed into: its last row is empty and waits for the next pair.
class PairsEdit : public QWidget
{
    Q_OBJECT

public:
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    PairsEdit(const QString &nameTitle, const QString &valueTitle, QWidget *parent = nullptr);

    void setPairs(const Pairs &pairs);
    /// In their order; rows without a name are not there.
    [[nodiscard]] Pairs pairs() const;

signals:
    void changed();

private:
    void addRow(const QString &name, const QString &value);
    void onItemChanged();
    void removeSelected();

    QTableWidget *m_table;
    QPushButton *m_remove;
};

} // namespace sightglass
