"""Tables that offices keep as spreadsheets: budgets, fees, officials."""
