// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/targets/secretedit.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace sightglass {

/// Further request headers, a row each. Their values are secrets, for they often are tokens.
class HeadersEdit : public QWidget
{
    Q_OBJECT

public:
    HeadersEdit(const std::vector<HttpHeader> &headers, SecretKeeping keeping, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<HttpHeader> headers(TargetEdit &edit) const;
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    struct Row
    {
        QWidget *widget;
        QLineEdit *name;
        SecretEdit *value;
        std::vector<Secret> further; ///< a header may have more values than the window shows
    };

    void addRow(const HttpHeader &header);
    void removeRow(const QWidget *row);

    SecretKeeping m_keeping;
    QVBoxLayout *m_layout;
    std::vector<Row> m_rows;
};

} // namespace sightglass
