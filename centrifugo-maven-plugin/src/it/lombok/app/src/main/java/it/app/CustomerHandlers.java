package it.app;

import io.github.centrifugorpc.WebsocketRpc;
import it.model.Address;
import java.util.List;
import lombok.Data;
import lombok.extern.java.Log;

@Log
public final class CustomerHandlers {

    @Data
    public static class Customer {
        private String name;
        private int age;
        private boolean active;
        private List<Address> addresses;
    }

    @WebsocketRpc("customers.echo")
    public Customer echo(Customer customer) {
        log.info(customer.getName());
        return customer;
    }
}
