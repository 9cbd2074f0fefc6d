#error "Public headers must not include nlohmann/json: only the exchange sources may"
